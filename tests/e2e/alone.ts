import fs from "node:fs";
import path from "node:path";

const LOCKS = path.resolve("node_modules", ".cache", "e2e");
const PATIENCE = 300_000;

/**
 * Does a piece of work that no two test processes may do at once: making a folder is atomic, so it serves as the lock.
 * A lock left behind by a process that died is taken over.
 */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(LOCKS, `${name}.lock`), owner = path.join(lock, "owner");
  fs.mkdirSync(LOCKS, { recursive: true });
  for (const deadline = Date.now() + PATIENCE; !take(lock, owner);) {
    if (Date.now() > deadline) throw new Error(`Another process has kept ${lock} for five minutes.`);
    await new Promise((again) => setTimeout(again, 200));
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock: string, owner: string): boolean {
  try {
    fs.mkdirSync(lock);
    fs.writeFileSync(owner, String(process.pid));
    return true;
  } catch {
    const holder = fs.existsSync(owner) ? Number(fs.readFileSync(owner, "utf8")) : process.pid;
    if (holder && !isAlive(holder)) fs.rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
