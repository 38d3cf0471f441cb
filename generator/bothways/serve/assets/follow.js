/* Lets an open page follow what happens to the files: its problems come and go, and it is loaded anew when what it
   shows is another, at the same place and with the same parts open. While something is being typed, it only tells.
   Expects: <div data-follow="ADDRESS" data-page="DIGEST" data-problems="DIGEST">, and perhaps
   <section data-follow="problems">. Asks only while the page can be seen, so that many open tabs do not use up
   the browser's six connections to one server. */
(function () {
  "use strict";
  var thread = document.querySelector("[data-follow][data-page]");
  if (!thread || !window.fetch) return;
  var PLACE = "bothways:place";
  var AGAIN = 1500;
  var LEADS_AWAY = 10000;
  var asking = null;
  var isOver = false;

  function folds() {
    return Array.from(document.querySelectorAll("details"));
  }

  /* A part keeps its name when others come before it: its id, or its first words. */
  function nameOf(fold) {
    var summary = fold.querySelector("summary");
    return fold.id || (summary ? summary.textContent.trim().replace(/\s+/g, " ") : "");
  }

  function keepPlace() {
    var open = {};
    folds().forEach(function (fold) {
      open[nameOf(fold)] = fold.open;
    });
    var place = { address: location.pathname, x: scrollX, y: scrollY, open: open };
    try {
      sessionStorage.setItem(PLACE, JSON.stringify(place));
    } catch (refused) {
      /* Without it, the page is loaded anew at its beginning. */
    }
  }

  function takePlace() {
    var place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(PLACE));
      sessionStorage.removeItem(PLACE);
    } catch (refused) {
      return;
    }
    if (!place || place.address !== location.pathname) return;
    folds().forEach(function (fold) {
      var name = nameOf(fold);
      if (name in place.open) fold.open = place.open[name];
    });
    /* Again when everything has its size; the browser's own memory would only disturb. */
    history.scrollRestoration = "manual";
    scrollTo(place.x, place.y);
    window.addEventListener("load", function () {
      scrollTo(place.x, place.y);
      history.scrollRestoration = "auto";
    });
  }

  /* Whether something was typed or chosen that would be lost. */
  function isTyping() {
    return Array.from(document.querySelectorAll("article form, [data-keeps]")).some(function (form) {
      return Array.from(form.elements || []).some(function (field) {
        if (field.type === "hidden" || field.disabled || "tick" in field.dataset) return false;
        if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
        if (field.options) {
          return Array.from(field.options).some(function (option) {
            return option.selected !== option.defaultSelected && field.dataset.was !== field.value;
          });
        }
        return "defaultValue" in field && field.value !== field.defaultValue;
      });
    });
  }

  function tell() {
    if (document.querySelector("[data-follow=changed]")) return;
    var bar = document.createElement("div");
    bar.className = "bw-changed";
    bar.dataset.follow = "changed";
    bar.setAttribute("role", "status");
    var words = document.createElement("p");
    words.textContent = "Something on this page was changed elsewhere. What you are typing stays. ";
    var button = document.createElement("button");
    button.type = "button";
    button.className = "bw-button";
    button.textContent = "Show it";
    button.addEventListener("click", anew);
    words.append(button);
    bar.append(words);
    document.body.append(bar);
  }

  function anew() {
    isOver = true;
    keepPlace();
    location.reload();
  }

  function lay(problems) {
    var old = document.querySelector("[data-follow=problems]");
    var isFolded = old && !old.querySelector("details").open;
    var holder = document.createElement("template");
    holder.innerHTML = problems;
    if (old) old.remove();
    var section = holder.content.firstElementChild;
    if (!section) return;
    if (isFolded) section.querySelector("details").open = false;
    document.body.append(section);
  }

  function take(news) {
    thread.dataset.problems = news.problems;
    lay(news.html);
    if (news.page === thread.dataset.page) return;
    if (isTyping()) {
      thread.dataset.page = news.page;
      tell();
    } else {
      anew();
    }
  }

  function ask() {
    if (asking || isOver || document.visibilityState === "hidden") return;
    asking = new AbortController();
    var seen = new URLSearchParams(thread.dataset);
    seen.delete("follow");
    seen.set("address", thread.dataset.follow);
    fetch("/-/news?" + seen, { signal: asking.signal, cache: "no-store" })
      .then(function (answer) {
        if (answer.status === 204) return null;
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      })
      .then(
        function (news) {
          asking = null;
          if (news) take(news);
          ask();
        },
        function () {
          asking = null;
          window.setTimeout(ask, AGAIN);
        }
      );
  }

  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") {
      if (asking) asking.abort();
    } else {
      ask();
    }
  });
  window.addEventListener("pagehide", function () {
    if (asking) asking.abort();
  });
  /* A form that is on its way leads to another page, or brings a file. To load this one anew meanwhile would cut it
     off, and what was done would be said to nobody. */
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented) return;
    isOver = true;
    if (asking) asking.abort();
    window.setTimeout(function () {
      isOver = false;
      ask();
    }, LEADS_AWAY);
  });
  /* A form that was sent and led here has been written: what was kept of it may go. Unless it is asked for once more. */
  function letSentGo() {
    try {
      var sent = sessionStorage.getItem("bothways:sent");
      if (!sent || document.querySelector("form[data-keeps], form[data-again]")) return;
      sessionStorage.removeItem(sent);
      sessionStorage.removeItem("bothways:sent");
    } catch (refused) {
      /* Nothing was kept. */
    }
  }

  takePlace();
  letSentGo();
  ask();
})();
