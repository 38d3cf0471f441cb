/* Keeps what is typed into a form in this tab until the file has it: through a lost connection, a restart, a slip
   of the hand. Expects: <form data-keeps>. Another page of the site, reached by saving, lets it go. */
(function () {
  "use strict";
  var KEY = "bothways:typed:" + location.pathname + location.search;
  var form = document.querySelector("form[data-keeps]");
  if (!form) return;

  function typed() {
    return Array.from(form.elements)
      .filter(function (field) {
        /* With what the file said at first: so that a change elsewhere is still found out. */
        return field.name && field.type !== "submit" && (field.type !== "hidden" || field.name === "before");
      })
      .map(function (field) {
        return [field.name, field.type === "checkbox" ? field.checked : field.value, field.value];
      });
  }

  function keep() {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(typed()));
    } catch (refused) {
      /* The browser's own "back" then has to do. */
    }
  }

  function give() {
    var kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEY));
    } catch (refused) {
      return;
    }
    (kept || []).forEach(function (one) {
      Array.from(form.elements).forEach(function (field) {
        if (field.name !== one[0]) return;
        if (field.type === "checkbox") {
          if (field.value === one[2]) field.checked = one[1];
        } else {
          field.value = one[1];
        }
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    });
  }

  function letGo() {
    try {
      sessionStorage.removeItem(KEY);
    } catch (refused) {
      /* Nothing was kept. */
    }
  }

  if (!document.querySelector("[role=alert]")) give();
  form.addEventListener("input", keep);
  form.addEventListener("submit", function () {
    try {
      sessionStorage.setItem("bothways:sent", KEY);
    } catch (refused) {
      /* It is kept until the tab is closed. */
    }
  });
  document.querySelectorAll(".bw-end a").forEach(function (leave) {
    leave.addEventListener("click", letGo);
  });
})();
