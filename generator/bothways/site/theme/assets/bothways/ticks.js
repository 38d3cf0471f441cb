/* Keeps the ticks of a checklist in this browser, and nowhere else.
   Expects: <input type="checkbox" data-tick="ID">, the ID being the same after every build. */
(function () {
  "use strict";
  var KEY = "bothways:ticks";

  function read() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || {};
    } catch (refused) {
      return {};
    }
  }

  function keep(id, ticked) {
    var ticks = read();
    ticks[id] = ticked;
    try {
      localStorage.setItem(KEY, JSON.stringify(ticks));
    } catch (refused) {
      /* A browser that keeps nothing still shows the tick until the page is left. */
    }
  }

  var ticks = read();
  document.querySelectorAll("input[data-tick]").forEach(function (box) {
    var id = box.dataset.tick;
    if (id in ticks) box.checked = ticks[id];
    box.addEventListener("change", function () {
      keep(id, box.checked);
    });
  });
})();
