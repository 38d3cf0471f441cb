/* Narrows a list to the entries that hold every word that is typed, whatever its accents and capitals.
   Expects: <input data-find="ID">, where ID is a list's id; with no ID, the list is the element after the form.
   An entry may have data-words for words that it does not show. */
(function () {
  "use strict";
  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function mount(field) {
    var form = field.closest("form");
    var list = field.dataset.find ? document.getElementById(field.dataset.find) : form && form.nextElementSibling;
    if (!list) return;
    var entries = Array.from(list.children, function (entry) {
      return { entry: entry, words: plain(entry.textContent + " " + (entry.dataset.words || "")) };
    });
    var status = document.createElement("p");
    status.className = "bw-meta";
    status.setAttribute("role", "status");
    field.after(status);

    function narrow() {
      var wanted = plain(field.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      entries.forEach(function (each) {
        var fits = wanted.every(function (word) {
          return each.words.includes(word);
        });
        each.entry.hidden = !fits;
        if (fits) shown += 1;
      });
      status.textContent = wanted.length ? shown + " of " + entries.length : "";
    }

    field.addEventListener("input", narrow);
    if (form) {
      form.addEventListener("submit", function (event) {
        event.preventDefault();
      });
    }
    narrow();
  }

  document.querySelectorAll("[data-find]").forEach(mount);
})();
