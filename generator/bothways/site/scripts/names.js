/* Gives Material's search dialog a name: a screen reader would say only "dialog".
   Expects: [data-md-component="search"] with an input that has an aria-label. */
(function () {
  "use strict";
  var dialog = document.querySelector("[data-md-component=search]");
  var field = dialog && dialog.querySelector("input");
  if (field) dialog.setAttribute("aria-label", field.getAttribute("aria-label") || "Search");
})();
