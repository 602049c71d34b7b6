// The program as it is deployed, with the demonstration, on a port and a folder of its own.
//
//   const server = await serve();      // … server.url …
//   await server.cut();                // the machine goes dark: no good-bye, the folder stays
//   await server.again();              // and comes back at the same address
//   await server.stop();

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const project = fileURLToPath(new URL("../..", import.meta.url));
export const target = path.resolve(project, process.env.CARGO_TARGET_DIR ?? "target");

const program = process.env.NGUON_BIN ?? path.join(target, "debug", "nguon");

/** How long the demonstration may take to load before the first page. */
const PATIENCE = 120_000;

/** Starts `nguon serve --demo`, and answers once it is ready. `args` are added to the command. */
export async function serve(...args) {
  const data = await mkdtemp(path.join(tmpdir(), "nguon-browser-"));
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  let printed = "";
  let child, ended;
  const begin = async () => {
    child = spawn(program, ["serve", "--demo", "--addr", address, "--data", data, ...args], {
      cwd: project,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => (printed += text));
    }
    ended = new Promise((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("exit", (code, signal) => resolve(`it ended with ${signal ?? code}`));
    });
    const reason = await Promise.race([ready(`${url}/health`), ended]);
    if (!reason) return;
    await stop();
    throw new Error(`${program} did not start: ${reason}\n${printed}`);
  };
  // Should this process end without stop(), the program ends with it.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);

  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(kill, 10_000);
    await ended;
    clearTimeout(late);
    process.off("exit", kill);
    await rm(data, { recursive: true, force: true });
  };
  const cut = async () => {
    kill();
    await ended;
  };

  await begin();
  return { url, data, stop, cut, again: begin, printed: () => printed };
}

/** Nothing once `url` answers 200; otherwise what is wrong. */
async function ready(url) {
  const deadline = Date.now() + PATIENCE;
  let last = "no answer";
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(url);
      if (answer.status === 200) return undefined;
      last = `it answered ${answer.status}`;
    } catch (error) {
      last = error.cause?.message ?? error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return `${url} was not ready in ${PATIENCE / 1000} s: ${last}`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once("error", reject);
    listener.listen(0, "127.0.0.1", () => {
      const { port } = listener.address();
      listener.close(() => resolve(port));
    });
  });
}
