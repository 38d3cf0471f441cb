/* Makes a drawing larger and smaller: by buttons, by the keys + - 0 while it has the focus, by two fingers, and by the
   wheel with Ctrl. Without the script it scrolls at its own size, and prints to fit the page either way.
   Expects: <div data-zoom="ID"> with buttons data-by="larger|smaller|whole" and an <output>, and a frame of that id
   with one <svg viewBox> or more. */
(function () {
  "use strict";
  var STEP = 1.25;
  var LEAST = 0.3;
  var MOST = 3;

  function mount(tools) {
    var frame = document.getElementById(tools.dataset.zoom);
    if (!frame) return;
    var drawings = Array.from(frame.querySelectorAll("svg[viewBox]"), function (drawing) {
      return { drawing: drawing, width: drawing.viewBox.baseVal.width };
    });
    var said = tools.querySelector("output");
    var size = 1;

    function widest() {
      return Math.max.apply(
        null,
        drawings.map(function (each) {
          return each.width;
        }),
      );
    }

    /* What is under the point stays there; without a point, what is in the middle, or the beginning, if all fitted. */
    function zoom(wanted, point) {
      var before = size;
      size = Math.min(MOST, Math.max(LEAST, wanted));
      var box = frame.getBoundingClientRect();
      var fitted = frame.scrollWidth <= frame.clientWidth;
      var x = point ? point.x - box.left : fitted ? 0 : frame.clientWidth / 2;
      var left = ((frame.scrollLeft + x) * size) / before - x;
      drawings.forEach(function (each) {
        each.drawing.style.width = each.width * size + "px";
      });
      frame.scrollLeft = left;
      if (point) window.scrollBy(0, (point.y - box.top) * (size / before - 1));
      said.textContent = Math.round(size * 100) + " %";
    }

    var ways = {
      larger: function () {
        zoom(size * STEP);
      },
      smaller: function () {
        zoom(size / STEP);
      },
      whole: function () {
        zoom(frame.clientWidth / widest());
      },
    };

    tools.addEventListener("click", function (event) {
      var way = ways[event.target.dataset.by];
      if (way) way();
    });

    frame.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      var way = { "+": ways.larger, "=": ways.larger, "-": ways.smaller, 0: ways.whole }[event.key];
      if (!way) return;
      event.preventDefault();
      way();
    });

    frame.addEventListener(
      "wheel",
      function (event) {
        if (!event.ctrlKey) return;
        event.preventDefault();
        zoom(size * Math.exp(-event.deltaY / 200), { x: event.clientX, y: event.clientY });
      },
      { passive: false },
    );

    var start = null;
    function fingers(event) {
      var one = event.touches[0];
      var other = event.touches[1];
      return {
        apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
        x: (one.clientX + other.clientX) / 2,
        y: (one.clientY + other.clientY) / 2,
      };
    }
    frame.addEventListener(
      "touchstart",
      function (event) {
        start = event.touches.length === 2 ? { apart: fingers(event).apart, size: size } : null;
      },
      { passive: true },
    );
    frame.addEventListener(
      "touchmove",
      function (event) {
        if (!start || event.touches.length !== 2) return;
        event.preventDefault();
        var now = fingers(event);
        zoom((start.size * now.apart) / start.apart, now);
      },
      { passive: false },
    );
  }

  document.querySelectorAll("[data-zoom]").forEach(mount);
})();
