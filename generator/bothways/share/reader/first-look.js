
/* Runs first, and in any browser: says why a file cannot be opened here. Written for browsers of 2012. */
window.bothwaysSay = function (id) {
  var messages = document.querySelectorAll("#say .say");
  for (var at = 0; at < messages.length; at += 1) messages[at].hidden = messages[at].id !== id;
};
window.bothwaysFault = (function () {
  var subtle = window.crypto && window.crypto.subtle;
  if (!subtle) return window.isSecureContext === false ? "insecure" : "old";
  var has = window.DecompressionStream && window.TextDecoder && window.Worker && Array.prototype.at && "".replaceAll;
  try {
    new window.DecompressionStream("deflate-raw");
  } catch (unknown) {
    has = false;
  }
  return has ? "" : "old";
})();
document.addEventListener("DOMContentLoaded", function () {
  var cut = document.getElementById("cut");
  if (cut) cut.parentNode.removeChild(cut);
  if (window.bothwaysFault) window.bothwaysSay(window.bothwaysFault);
  else if (!window.bothwaysReader) window.bothwaysSay("damaged");
});
