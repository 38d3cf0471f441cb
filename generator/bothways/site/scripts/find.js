/* Narrows a list to the entries that hold every word that is typed, whatever its accents and capitals.
   Expects: <input data-find="ID">, where ID is the id of a list, or of what holds several lists, each in a section;
   with no ID, the list is the element after the form. What holds a table will do too. An entry may have data-words for words that it does not show; a
   word in its section's <h3> finds it too. The form's radio buttons narrow by data-show, which CSS does: this only
   counts what both leave, and hides a section or table body with nothing left. */
(function () {
  "use strict";
  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function wordsOf(entry) {
    var section = entry.closest("section");
    var heading = section && section.querySelector("h3");
    return plain([entry.textContent, entry.dataset.words || "", heading ? heading.textContent : ""].join(" "));
  }

  function mount(field) {
    var form = field.closest("form");
    var place = field.dataset.find ? document.getElementById(field.dataset.find) : form && form.nextElementSibling;
    if (!place) return;
    var isList = place.matches("ul, ol");
    var entries = null;
    var status = document.createElement("p");
    status.className = "bw-meta";
    status.setAttribute("role", "status");
    field.after(status);

    function read() {
      var items = isList ? place.children : place.querySelectorAll("section > ul > li, section > ol > li, tbody > tr:has(td)");
      return Array.from(items, function (entry) {
        var part = entry.dataset.show ? entry : entry.closest("[data-show]");
        return { entry: entry, words: wordsOf(entry), shows: part ? part.dataset.show.split(" ") : [] };
      });
    }

    function narrow() {
      var wanted = plain(field.value).split(/\s+/).filter(Boolean);
      if (!wanted.length && !entries) return;
      entries = entries || read();
      var button = form && form.querySelector(":checked[type=radio]");
      var shown = button && button.value !== "all" ? button.value : "";
      var left = new Set();
      var count = 0;
      entries.forEach(function (each) {
        var fits = wanted.every(function (word) {
          return each.words.includes(word);
        });
        each.entry.hidden = !fits;
        if (fits && (!shown || each.shows.includes(shown))) {
          count += 1;
          left.add(each.entry.closest("section, tbody"));
        }
      });
      if (!isList) {
        place.querySelectorAll("section, tbody").forEach(function (part) {
          part.hidden = !left.has(part);
        });
      }
      status.textContent = wanted.length ? count + " of " + entries.length : "";
    }

    field.addEventListener("input", narrow);
    if (form) {
      form.addEventListener("change", narrow);
      form.addEventListener("submit", function (event) {
        event.preventDefault();
      });
    }
    narrow();
  }

  document.querySelectorAll("[data-find]").forEach(mount);
})();
