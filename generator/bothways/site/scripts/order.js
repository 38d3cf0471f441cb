/* Puts a list in another order, for as long as the page is open.
   Expects: <select data-order="ID">, ID being what holds the lists, each in a section. The value of an option says
   where in an entry to find what is compared: ".bw-name", or "[data-way=in] time", of which the latest day counts. An
   entry without it comes last. The empty value is the order of the page. */
(function () {
  "use strict";
  var PART = 60;
  var words = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

  function keyOf(entry, selector) {
    var found = Array.from(entry.querySelectorAll(selector), function (each) {
      return each.getAttribute("datetime") || each.textContent;
    });
    return found.sort().pop();
  }

  function compare(one, other) {
    if (one.key === undefined || other.key === undefined) return (one.key === undefined) - (other.key === undefined);
    return words.compare(one.key, other.key);
  }

  function mount(choice) {
    var place = document.getElementById(choice.dataset.order);
    var lists = place ? Array.from(place.querySelectorAll("section > ul")) : [];
    if (!lists.length) return;
    var entries = lists.flatMap(function (list) {
      return Array.from(list.children, function (entry) {
        return { entry: entry, home: list };
      });
    });
    var parts = [];

    /* Parts of a screen or two each: what is out of sight need not be laid out. */
    function newPart() {
      var part = document.createElement("section");
      part.dataset.part = part.dataset.long = "";
      part.append(lists[0].cloneNode(false));
      parts.push(part);
      place.append(part);
      return part.firstElementChild;
    }

    function order() {
      var selector = choice.value;
      var before = parts;
      parts = [];
      if (selector) {
        var sorted = entries.map(function (each) {
          return { entry: each.entry, key: keyOf(each.entry, selector) };
        });
        var list;
        sorted.sort(compare).forEach(function (each, at) {
          if (at % PART === 0) list = newPart();
          list.append(each.entry);
        });
      } else {
        entries.forEach(function (each) {
          each.home.append(each.entry);
        });
      }
      before.forEach(function (part) {
        part.remove();
      });
      lists.forEach(function (each) {
        each.parentElement.hidden = Boolean(selector);
      });
    }

    choice.addEventListener("change", order);
  }

  document.querySelectorAll("[data-order]").forEach(mount);
})();
