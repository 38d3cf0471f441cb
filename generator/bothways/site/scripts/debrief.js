/* Turns a form into lines of YAML while it is filled in. They are there to be copied; nothing is sent.
   Expects: <form data-lines-for="ID" data-margin="2" data-keep="KEY">. ID is the element whose text becomes the lines, each
   with so many spaces before it; under KEY the tab remembers what was typed. Inside the form:
   <textarea data-key="FIELD"> a text; with data-each-line, a list with one text a line;
   <input type="radio" data-key="FIELD" value="..">;
   <fieldset data-key="FIELD" data-items><div data-item="MAIN">..fields..</div></fieldset> a list of records: one counts
   once its field MAIN is filled in, and <input type="hidden" data-key> goes with it. */
(function () {
  "use strict";
  /* What YAML reads as it stands: it begins with a letter, and no colon or hash in it could be taken for a sign. */
  var PLAIN = /^\p{L}(?:[^\n:#]|:(?!\s|$)|(?<!\s)#)*$/u;
  var ODD = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/u;

  function quoted(text) {
    return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]/g, function (sign) {
      return "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0");
    });
  }

  function textLines(before, text, margin) {
    var lines = text.split("\n");
    if (ODD.test(text)) return [before + " " + quoted(text)];
    if (lines.length > 1) {
      return [before + " |-"].concat(
        lines.map(function (line) {
          return line.trim() ? margin + "  " + line.trim() : "";
        }),
      );
    }
    return [before + " " + (PLAIN.test(text) && !/^null$/i.test(text) ? text : quoted(text))];
  }

  function valueOf(field) {
    if (field.type === "radio" && !field.checked) return "";
    return field.value.replace(/\r\n?/g, "\n").trim();
  }

  function itemLines(item, margin) {
    var main = item.querySelector('[data-key="' + item.dataset.item + '"]:checked') || item.querySelector('[data-key="' + item.dataset.item + '"]');
    if (!valueOf(main)) return [];
    var lines = Array.from(item.querySelectorAll("[data-key]"), function (field) {
      var text = valueOf(field);
      return text ? textLines(margin + "    " + field.dataset.key + ":", text, margin + "    ") : [];
    }).flat();
    lines[0] = margin + "  - " + lines[0].slice(margin.length + 4);
    return lines;
  }

  function fieldLines(field, margin) {
    var key = margin + field.dataset.key + ":";
    if ("items" in field.dataset) {
      var items = Array.from(field.querySelectorAll("[data-item]"), function (item) {
        return itemLines(item, margin);
      }).flat();
      return items.length ? [key].concat(items) : [];
    }
    var text = valueOf(field);
    if (!text) return [];
    if (!("eachLine" in field.dataset)) return textLines(key, text, margin);
    var texts = text.split("\n").map(function (line) { return line.trim(); }).filter(Boolean);
    return [key].concat(
      texts.map(function (line) {
        return textLines(margin + "  -", line, margin + "  ")[0];
      }),
    );
  }

  function mount(form) {
    var shown = document.getElementById(form.dataset.linesFor);
    var template = shown.textContent;
    var margin = " ".repeat(Number(form.dataset.margin));
    var place = "bothways:debrief:" + location.pathname + ":" + form.dataset.keep;
    var fields = Array.from(form.querySelectorAll("textarea, input:not([type=hidden])"));

    function show() {
      var lines = Array.from(form.querySelectorAll("[data-key]"), function (field) {
        return field.closest("[data-item]") ? [] : fieldLines(field, margin);
      }).flat();
      shown.textContent = lines.length ? lines.join("\n") : template;
    }

    function keep() {
      var typed = fields.map(function (field) {
        return field.type === "radio" ? field.checked : field.value;
      });
      try {
        sessionStorage.setItem(place, JSON.stringify(typed));
      } catch (refused) {
        /* A browser that keeps nothing: what is typed stays until the page is left. */
      }
    }

    function recall() {
      try {
        var typed = JSON.parse(sessionStorage.getItem(place)) || [];
        if (typed.length !== fields.length) return;
        fields.forEach(function (field, number) {
          if (field.type === "radio") field.checked = typed[number];
          else field.value = typed[number];
        });
      } catch (refused) {
        /* As above. */
      }
    }

    recall();
    show();
    form.addEventListener("input", function () {
      show();
      keep();
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
  }

  document.querySelectorAll("form[data-lines-for]").forEach(mount);
})();
