/* One more empty row whenever the last one is begun, so that a list can be as long as it needs to be.
   Expects: <div data-rows> with <div data-row>, the last of them empty; names and ids end in its number. */
(function () {
  "use strict";
  function fieldsOf(row) {
    return Array.from(row.querySelectorAll("input:not([type=hidden]), textarea, select"));
  }

  function isBegun(row) {
    return fieldsOf(row).some(function (field) {
      return field.value !== "";
    });
  }

  function numbered(text, prefix, from, to, by) {
    return text.indexOf(prefix + by + from) === 0 ? prefix + by + to + text.slice((prefix + by + from).length) : text;
  }

  /* What it is called: "..., number 3", in its label or that of the group. */
  function recount(row, number) {
    var label = row.querySelector("label.bw-hush");
    if (label) label.textContent = label.textContent.replace(/\d+$/, number);
    if (row.hasAttribute("aria-label")) row.setAttribute("aria-label", row.getAttribute("aria-label").replace(/\d+$/, number));
  }

  function another(rows) {
    var several = rows.querySelectorAll(":scope > [data-row]");
    var last = several[several.length - 1];
    if (!last || !isBegun(last)) return;
    var row = last.cloneNode(true);
    var first = fieldsOf(last)[0];
    var number = several.length - 1;
    var name = first.name;
    var at = name.lastIndexOf("." + number);
    var prefix = name.slice(0, at);
    row.querySelectorAll("[name], [id], [for]").forEach(function (part) {
      if (part.name) part.name = numbered(part.name, prefix, number, number + 1, ".");
      if (part.id) part.id = numbered(part.id, prefix.replace(/\./g, "-"), number, number + 1, "-");
      if (part.htmlFor) part.htmlFor = numbered(part.htmlFor, prefix.replace(/\./g, "-"), number, number + 1, "-");
    });
    recount(row, number + 2);
    fieldsOf(row).forEach(function (field) {
      field.value = "";
      if (field.defaultValue) field.defaultValue = "";
    });
    rows.append(row);
  }

  document.querySelectorAll("[data-rows]").forEach(function (rows) {
    rows.addEventListener("input", function () {
      another(rows);
    });
  });
})();
