/* Keeps what a page says about days true on the day it is read: a page of Monday must not say "tomorrow" on Friday.
   Expects: <time datetime="2026-12-03" data-when>3 December</time>, which becomes "3 December, in 2 days"; with
   data-when="only", the distance alone, and the date as its title; with data-when="ahead", only until that day.
   <p data-from="2026-12-02" hidden> is shown from that day on, <p data-until="2026-12-07"> up to that day; what has a
   data-then says that afterwards, instead of going away. <span data-today> says the day, as files write it.
   Tells the scripts before it, by "bothways:day". */
(function () {
  "use strict";
  var DAY = 86400000;
  var words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" });
  var shown;

  function isoOf(day) {
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
      .map(function (part) {
        return String(part).padStart(2, "0");
      })
      .join("-");
  }

  function distance(days) {
    var size = Math.abs(days);
    if (size < 14) return words.format(days, "day");
    if (size < 60) return words.format(Math.trunc(days / 7), "week");
    if (size < 730) return words.format(Math.trunc(days / 30.44), "month");
    return words.format(Math.trunc(days / 365.25), "year");
  }

  /* What an element said when the page was made. */
  function made(element) {
    if (element.dataset.said === undefined) element.dataset.said = element.textContent;
    return element.dataset.said;
  }

  function sayWhen(time, today) {
    var day = Date.parse((time.getAttribute("datetime") || "").slice(0, 10));
    if (isNaN(day)) return;
    var said = made(time);
    var days = Math.round((day - Date.parse(today)) / DAY);
    var how = time.dataset.when;
    if (how === "only") time.title = said;
    time.textContent = how === "only" ? distance(days) : how === "ahead" && days < 0 ? said : said + ", " + distance(days);
  }

  function showInTime(element, today) {
    var data = element.dataset;
    var isOver = data.until !== undefined && today > data.until;
    if (data.then === undefined) {
      element.hidden = isOver || (data.from !== undefined && today < data.from);
    } else {
      var said = made(element);
      element.textContent = isOver ? data.then : said;
    }
  }

  function look() {
    var today = isoOf(new Date());
    if (today === shown) return;
    shown = today;
    document.querySelectorAll("time[data-when]").forEach(function (time) {
      sayWhen(time, today);
    });
    document.querySelectorAll("[data-from], [data-until]").forEach(function (element) {
      showInTime(element, today);
    });
    document.querySelectorAll("[data-today]").forEach(function (element) {
      element.textContent = today;
    });
    document.dispatchEvent(new CustomEvent("bothways:day", { detail: today }));
  }

  look();
  /* A page that stays open over night. */
  document.addEventListener("visibilitychange", look);
})();
