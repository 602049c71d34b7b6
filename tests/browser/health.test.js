// The program starts with the demonstration, says that it is well, and stops when told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { serve } from "./server.js";

test("the program is well", async () => {
  const server = await serve();
  try {
    const answer = await fetch(`${server.url}/health`);
    assert.equal(answer.status, 200);
  } finally {
    await server.stop();
  }
});
