/* Sorts a table by the column whose heading is pressed; pressed again, the other way round.
   Expects: <table data-sort> with <thead> and one <tbody> or more, each sorted by itself. A cell may have data-value
   where its text does not say what is compared; a column that begins with the most has data-first="descending". A row
   without <td> is a heading and stays where it is. */
(function () {
  "use strict";
  var words = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

  function valueOf(row, column) {
    var cell = row.cells[column];
    return cell.dataset.value || cell.textContent.trim();
  }

  function sort(table, column, way) {
    Array.from(table.tBodies).forEach(function (body) {
      Array.from(body.rows)
        .filter(function (row) {
          return row.querySelector("td");
        })
        .sort(function (one, other) {
          return way * words.compare(valueOf(one, column), valueOf(other, column));
        })
        .forEach(function (row) {
          body.append(row);
        });
    });
  }

  function mount(table) {
    var headings = Array.from(table.tHead.rows[0].cells);
    headings.forEach(function (heading, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, heading.childNodes);
      heading.append(button);
      button.addEventListener("click", function () {
        var before = heading.getAttribute("aria-sort");
        var after = before === "ascending" ? "descending" : before ? "ascending" : heading.dataset.first || "ascending";
        headings.forEach(function (other) {
          other.removeAttribute("aria-sort");
        });
        heading.setAttribute("aria-sort", after);
        sort(table, column, after === "ascending" ? 1 : -1);
      });
    });
  }

  document.querySelectorAll("table[data-sort]").forEach(mount);
})();
