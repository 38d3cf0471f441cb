/* Puts each item of Today where it belongs on the day the page is read: what was for today waits, what was to come is
   for today, an appointment that is over is gone. After a lapse a few stay open, and the rest is folded away.
   Expects: <div data-agenda="2026-12-01" data-ahead="3" [data-starts-again="2026-12-14" data-open-then="5"]> with
   [data-part=start|on-today|waiting|today|soon|later|folded], each with a list of
   <li data-due="2026-12-03" [data-appointment] [data-who="ids"]> in which [data-since] says "since" or "on"; and
   [data-lede] with data-some, data-none and data-again. Hears "bothways:day" from when.js. */
(function () {
  "use strict";
  var DAY = 86400000;
  var agenda = document.querySelector("[data-agenda]");
  if (!agenda || !agenda.querySelector("[data-part=later]")) return;
  var items = Array.from(agenda.querySelectorAll("section[data-part] li[data-due]"));
  items.sort(function (one, other) {
    return one.dataset.due < other.dataset.due ? -1 : one.dataset.due > other.dataset.due ? 1 : 0;
  });

  function partOf(item, today, soon) {
    var due = item.dataset.due;
    if ("appointment" in item.dataset) {
      return due < today ? "later" : due === today ? "on-today" : due <= soon ? "soon" : "later";
    }
    return due < today ? "waiting" : due === today ? "today" : "later";
  }

  /* After a lapse: the most recent, one a person, those on this very day first. */
  function openAgain(waiting, today) {
    var people = {};
    var open = [];
    waiting.slice().reverse().forEach(function (item) {
      var who = (item.dataset.who || "").split(" ").filter(Boolean);
      var isTaken = who.some(function (one) {
        return people[one];
      });
      if (open.length >= Number(agenda.dataset.openThen) || isTaken) return;
      who.forEach(function (one) {
        people[one] = true;
      });
      open.push(item);
    });
    return open.sort(function (one, other) {
      return isOn(other, today) - isOn(one, today);
    });
  }

  function isOn(item, today) {
    return Number("appointment" in item.dataset && item.dataset.due === today);
  }

  function put(item, part) {
    agenda.querySelector('[data-part="' + part + '"] > ol').append(item);
  }

  function place(today) {
    var soon = new Date(Date.parse(today) + Number(agenda.dataset.ahead) * DAY).toISOString().slice(0, 10);
    var isLapse = agenda.dataset.startsAgain !== undefined && today >= agenda.dataset.startsAgain;
    var waiting = [];
    items.forEach(function (item) {
      var part = partOf(item, today, soon);
      if (part !== "later") waiting.push(item);
      put(item, isLapse && part !== "later" ? "folded" : part);
      var word = item.querySelector("[data-since]");
      if (word) word.textContent = item.dataset.due < today ? "since" : "on";
    });
    if (isLapse) {
      openAgain(waiting, today).forEach(function (item) {
        put(item, "start");
      });
    }
    agenda.querySelectorAll("[data-part]").forEach(function (part) {
      part.hidden = part.dataset.part === "later" || !part.querySelector("li");
    });
    var lede = document.querySelector("[data-lede]");
    lede.textContent = !waiting.length ? lede.dataset.none : isLapse ? lede.dataset.again : lede.dataset.some;
  }

  document.addEventListener("bothways:day", function (event) {
    if (event.detail > agenda.dataset.agenda) place(event.detail);
  });
})();
