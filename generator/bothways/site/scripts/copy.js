/* Copies words to paste into a letter or a file.
   Expects: <button data-copy="ID"> and an element with that id. Paragraphs are kept apart by an empty line; a gap
   (<mark>) is copied in square brackets, so that it cannot be sent unseen. Space before the first line stays: in YAML it
   says whose lines they are. */
(function () {
  "use strict";
  function wordsOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeName === "BR") return "\n";
    var inside = Array.from(node.childNodes, wordsOf).join("");
    return node.nodeName === "MARK" ? "[" + inside + "]" : inside;
  }

  function textOf(element) {
    var paragraphs = Array.from(element.querySelectorAll("p"));
    return (paragraphs.length ? paragraphs : [element]).map(wordsOf).join("\n\n").replace(/^\n+|\s+$/g, "") + "\n";
  }

  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  var status = document.createElement("div");
  status.className = "bw-hush";
  status.setAttribute("role", "status");

  function say(button, words) {
    var before = button.dataset.copyBefore || button.textContent;
    button.dataset.copyBefore = before;
    button.textContent = words;
    status.textContent = words;
    window.setTimeout(function () {
      button.textContent = before;
      status.textContent = "";
    }, 2000);
  }

  function mount(button) {
    var source = document.getElementById(button.dataset.copy);
    if (!source) return;
    button.addEventListener("click", function () {
      var refused = function () {
        select(source);
        say(button, "Selected: copy it with your keys");
      };
      if (!navigator.clipboard) return refused();
      navigator.clipboard.writeText(textOf(source)).then(function () {
        say(button, "Copied");
      }, refused);
    });
  }

  var buttons = document.querySelectorAll("[data-copy]");
  if (buttons.length) (document.querySelector("article") || document.body).append(status);
  buttons.forEach(mount);
})();
