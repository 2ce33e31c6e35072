// Property tests draw the same examples on every machine, so that a failure can be seen again.
require("fast-check").configureGlobal({ seed: 20040323 });
