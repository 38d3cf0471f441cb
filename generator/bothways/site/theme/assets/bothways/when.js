/* Says how far away a day is on the day the page is read: a page of Monday must not say "tomorrow" on Friday.
   Expects: <time datetime="2026-12-03" data-when>3 December</time>. It becomes "3 December, in 2 days"; with
   data-when="only", the distance alone, and the date as its title. */
(function () {
  "use strict";
  var DAY = 86400000;
  var words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" });

  function distance(days) {
    var size = Math.abs(days);
    if (size < 14) return words.format(days, "day");
    if (size < 60) return words.format(Math.trunc(days / 7), "week");
    if (size < 730) return words.format(Math.trunc(days / 30.44), "month");
    return words.format(Math.trunc(days / 365.25), "year");
  }

  function mount(time) {
    var parts = (time.getAttribute("datetime") || "").split(/[-T]/).map(Number);
    if (parts.length < 3 || parts.some(isNaN)) return;
    var now = new Date();
    var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    var far = distance(Math.round((Date.UTC(parts[0], parts[1] - 1, parts[2]) - today) / DAY));
    if (time.dataset.when === "only") {
      time.title = time.textContent;
      time.textContent = far;
    } else {
      time.append(", " + far);
    }
  }

  document.querySelectorAll("time[data-when]").forEach(mount);
})();
