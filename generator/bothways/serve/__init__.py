"""The local server: the site in a browser, following every change, on this machine only."""
