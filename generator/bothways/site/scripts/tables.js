/* A table that is wider than the page scrolls inside a frame. This makes the frame reachable by keyboard, as long as
   it scrolls. Expects: the frames that Material puts around tables. */
(function () {
  "use strict";
  function nameOf(frame) {
    var caption = frame.querySelector("caption");
    if (caption) return caption.textContent.trim();
    var headings = Array.from(document.querySelectorAll("h1, h2, h3, h4"));
    var above = headings.filter(function (heading) {
      return heading.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    return above.length ? "Table: " + above[above.length - 1].textContent.trim() : "Table";
  }

  function look() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (frame) {
      if (frame.scrollWidth > frame.clientWidth) {
        frame.tabIndex = 0;
        frame.setAttribute("role", "region");
        frame.setAttribute("aria-label", nameOf(frame));
      } else {
        frame.removeAttribute("tabindex");
        frame.removeAttribute("role");
        frame.removeAttribute("aria-label");
      }
    });
  }

  window.addEventListener("load", look);
  window.addEventListener("resize", look);
})();
