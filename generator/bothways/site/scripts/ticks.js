/* Keeps ticks in this browser until the workbook has them, and shows them as lines to copy into it.
   Expects: <ul data-ticks="ID" data-head="lines" data-done="      done: "> with
   <input type="checkbox" data-tick="KEY" data-lines="lines" [data-kept] [disabled]>: the key is the same after every build;
   an item that the workbook has as done is disabled; one that is kept is among the lines ticked or not. And, if they
   are wanted: an element with that ID for the lines; [data-ticked=ID] round it, shown once something is ticked;
   <button data-untick="ID">; [data-refused=ID], shown where the browser keeps nothing. */
(function () {
  "use strict";
  /* Two sites of one host do not share their ticks: the place of this script tells them apart. */
  var source = document.currentScript && document.currentScript.src;
  var PLACE = "bothways:ticks:" + (source ? new URL("../", source).pathname : "");

  function read() {
    try {
      return JSON.parse(localStorage.getItem(PLACE)) || {};
    } catch (refused) {
      return {};
    }
  }

  /* Whether the browser keeps them. */
  function keep(ticks) {
    try {
      localStorage.setItem(PLACE, JSON.stringify(ticks));
      return true;
    } catch (refused) {
      return false;
    }
  }

  function today() {
    var now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map(function (part) {
        return String(part).padStart(2, "0");
      })
      .join("-");
  }

  function mount(list) {
    var id = list.dataset.ticks;
    var shown = document.getElementById(id);
    var before = shown && shown.textContent;
    var round = document.querySelector('[data-ticked="' + id + '"]');
    var untick = document.querySelector('[data-untick="' + id + '"]');
    var boxes = Array.from(list.querySelectorAll("[data-tick]"));
    var open = boxes.filter(function (box) {
      return !box.disabled;
    });
    var days = {};

    function show() {
      var isTicked = open.some(function (box) {
        return box.checked;
      });
      var items = boxes.map(function (box) {
        if (!box.disabled && box.checked) return box.dataset.lines + "\n" + list.dataset.done + days[box.dataset.tick];
        return "kept" in box.dataset ? box.dataset.lines : "";
      });
      if (shown) shown.textContent = isTicked ? [list.dataset.head].concat(items.filter(Boolean)).join("\n") : before;
      if (round) round.hidden = !isTicked;
      if (untick) untick.hidden = !isTicked;
    }

    function recall() {
      days = read();
      open.forEach(function (box) {
        box.checked = box.dataset.tick in days;
      });
      show();
    }

    /* Another tab may have ticked something meanwhile: what it kept stays. */
    function change(several, isChecked) {
      var kept = read();
      several.forEach(function (box) {
        box.checked = isChecked;
        if (isChecked) kept[box.dataset.tick] = days[box.dataset.tick] = today();
        else delete kept[box.dataset.tick];
      });
      var refused = document.querySelector('[data-refused="' + id + '"]');
      if (refused) refused.hidden = keep(kept);
      show();
    }

    function forgetWhatTheWorkbookHas() {
      var kept = read();
      var had = boxes.filter(function (box) {
        return box.disabled && box.dataset.tick in kept;
      });
      had.forEach(function (box) {
        delete kept[box.dataset.tick];
      });
      if (had.length) keep(kept);
    }

    forgetWhatTheWorkbookHas();
    recall();
    open.forEach(function (box) {
      box.addEventListener("change", function () {
        change([box], box.checked);
      });
    });
    if (untick) {
      untick.addEventListener("click", function () {
        change(open, false);
      });
    }
    window.addEventListener("storage", function (event) {
      if (event.key === PLACE) recall();
    });
  }

  document.querySelectorAll("[data-ticks]").forEach(mount);
})();
