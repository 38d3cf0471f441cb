// Loaded before the language server: whatever would open a connection ends it at once, with a word on why.
const { Socket } = require("node:net");

Socket.prototype.connect = () => {
  console.error("The language server tried to reach the network.");
  process.exit(99);
};
