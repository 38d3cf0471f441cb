/* Says when a page that speaks of today was made on another day.
   Expects: <p data-made="2026-12-01">. A remark is put after what stands in it. */
(function () {
  "use strict";
  var now = new Date();
  var today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(function (part) {
      return String(part).padStart(2, "0");
    })
    .join("-");

  function mount(line) {
    if (line.dataset.made >= today) return;
    line.append(" – the page was made on that day. Build again to see today.");
  }

  document.querySelectorAll("[data-made]").forEach(mount);
})();
