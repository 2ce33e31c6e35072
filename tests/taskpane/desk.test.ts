import { fieldOf, type FieldValue } from "../../src/core/fields";
import { sample } from "../../src/core/templates";
import { createDesk, type Desk } from "../../src/taskpane/desk";
import { lastChange, Refusal, undoReason, valuesBack } from "../../src/workbook";
import { MemoryDoor } from "./memory-door";

const edit = (desk: Desk, id: string, value: FieldValue) =>
  desk.tell({ type: "edited", change: (now) => fieldOf(now, id)!.set(now, value) });
const valueOf = (desk: Desk, id: string) => fieldOf(desk.state().agreement!, id)!.get(desk.state().agreement!);

/** Desks that a test opened; their timers may not outlive it. */
const open: Desk[] = [];
afterEach(() => open.splice(0).forEach((desk) => desk.close()));

async function deskOver(door: MemoryDoor): Promise<Desk> {
  const desk = createDesk(door, () => 0);
  open.push(desk);
  await desk.open();
  return desk;
}

async function builtDesk() {
  const door = new MemoryDoor();
  const desk = await deskOver(door);
  await desk.build(sample.agreement, sample.id);
  return { door, desk };
}

describe("before Build", () => {
  test("answers are kept in the document, and another desk goes on with them", async () => {
    const door = new MemoryDoor();
    const desk = await deskOver(door);
    desk.tell({ type: "started", agreement: sample.agreement, templateId: sample.id, page: "who", at: 0 });
    edit(desk, "in_rate", 0.12);
    desk.tell({ type: "went", page: "four", isStep: true });
    await desk.save();
    expect(door.draft).toMatchObject({ step: "four", agreement: { inputs: { rate: 0.12 } } });
    const again = await deskOver(door);
    expect(again.state()).toMatchObject({ phase: "draft", page: "four" });
    expect(valueOf(again, "in_rate")).toBe(0.12);
  });

  test("deleting the draft leaves nothing in the document", async () => {
    const door = new MemoryDoor();
    const desk = await deskOver(door);
    desk.tell({ type: "started", agreement: sample.agreement, templateId: sample.id, page: "who", at: 0 });
    await desk.save();
    await desk.forgetDraft();
    expect(door.draft).toBeNull();
    expect(desk.state()).toMatchObject({ phase: "empty", page: "start" });
  });
});

describe("after Build", () => {
  test("a value its field does not allow stays in the panel and holds no other edit back", async () => {
    const { door, desk } = await builtDesk();
    edit(desk, "drivers.accessories.asked", 1.67);
    edit(desk, "in_rate", 0.12);
    await desk.save();
    expect([door.cells.get("in_rate"), door.cells.get("drivers.accessories.asked")]).toEqual([0.12, 0.5]);
    expect([valueOf(desk, "drivers.accessories.asked"), desk.state().notice?.kind]).toEqual([1.67, "written"]);
    edit(desk, "drivers.accessories.asked", 0.6);
    await desk.save();
    expect(door.cells.get("drivers.accessories.asked")).toBe(0.6);
  });

  test("an edit is written to its cell, and only that one", async () => {
    const { door, desk } = await builtDesk();
    edit(desk, "in_rate", 0.12);
    await desk.save();
    expect(door.cells.get("in_rate")).toBe(0.12);
    expect(door.writes).toBe(1);
  });

  test("an edit on the sheet reaches the panel", async () => {
    const { door, desk } = await builtDesk();
    door.enter("in_rate", 0.08);
    await desk.save();
    expect(valueOf(desk, "in_rate")).toBe(0.08);
  });

  test("text in a number on the sheet is a problem with a cell to jump to, and the panel goes on", async () => {
    const { door, desk } = await builtDesk();
    door.enter("in_rate", "ten");
    await desk.save();
    expect(desk.state().built!.problems).toContainEqual(expect.objectContaining({ id: "in_rate", severity: "error", sheet: "Inputs" }));
    expect(valueOf(desk, "in_rate")).toBe(0.1);
  });

  test("while a cell is open nothing is lost: the number waits and is written on trying again", async () => {
    const { door, desk } = await builtDesk();
    door.isCellOpen = true;
    edit(desk, "in_rate", 0.12);
    await desk.save();
    expect(desk.state().notice).toMatchObject({ kind: "refused", code: "cell-edit" });
    expect(valueOf(desk, "in_rate")).toBe(0.12);
    door.isCellOpen = false;
    await desk.tryAgain();
    expect(door.cells.get("in_rate")).toBe(0.12);
    expect(desk.state().notice).toMatchObject({ kind: "written" });
  });

  test("when two write at once the person decides, and mine is written only then", async () => {
    const { door, desk } = await builtDesk();
    door.enterUnseen("in_rate", 0.08);
    edit(desk, "in_rate", 0.12);
    await desk.save();
    const [conflict] = desk.state().conflicts;
    expect(conflict).toMatchObject({ mine: 0.12, theirs: 0.08 });
    expect(door.cells.get("in_rate")).toBe(0.08);
    desk.tell({ type: "settled", conflict: conflict!, keep: "mine" });
    await desk.save();
    expect(door.cells.get("in_rate")).toBe(0.12);
  });

  test("removing the build keeps the answers as a draft", async () => {
    const { door, desk } = await builtDesk();
    edit(desk, "in_rate", 0.12);
    await desk.save();
    await desk.remove();
    await desk.save();
    expect(door.build_).toBeNull();
    expect(door.draft).toMatchObject({ step: "build", agreement: { inputs: { rate: 0.12 } } });
  });

  test("sheets that someone deleted become a draft again", async () => {
    const { door, desk } = await builtDesk();
    door.deleteOurSheets();
    await desk.save();
    expect(desk.state()).toMatchObject({ phase: "draft", page: "build" });
  });
});

test("a build that is refused says why, and trying again builds", async () => {
  const door = new MemoryDoor();
  const desk = await deskOver(door);
  desk.tell({ type: "started", agreement: sample.agreement, templateId: sample.id, page: "build", at: 0 });
  await desk.save();
  door.fault = new Refusal("failed", "The connection to Excel broke. Nothing was built.");
  await desk.build(sample.agreement, sample.id);
  expect(desk.state()).toMatchObject({ phase: "draft", notice: { message: "The connection to Excel broke. Nothing was built." } });
  expect(desk.state().doing).toBeUndefined();
  await desk.tryAgain();
  expect(desk.state().phase).toBe("built");
});

test("what was not foreseen is said, not swallowed", async () => {
  const door = new MemoryDoor();
  const desk = await deskOver(door);
  door.fault = new Error("x is undefined") as Refusal;
  await desk.insert("=1");
  expect(desk.state().notice).toEqual({ kind: "refused", code: "failed", message: "Something unforeseen happened: x is undefined" });
});

describe("the log", () => {
  test("has a row for every change, with the name of whoever made it and the time on the clock", async () => {
    const door = new MemoryDoor();
    const desk = createDesk(door, () => Date.UTC(2026, 4, 1, 12), { name: () => "Ana", rename: () => undefined });
    open.push(desk);
    await desk.open();
    await desk.build(sample.agreement, sample.id);
    edit(desk, "in_rate", 0.12);
    await desk.save();
    const noon = 46143.5; // 1 May 2026, 12:00, as Excel counts days
    const here = new Date(Date.UTC(2026, 4, 1, 12)).getTimezoneOffset() / 1440;
    expect((await desk.history()).rows).toMatchObject([
      { what: "Workbook built", who: "Ana", reason: "built" }, { entry: "in_rate", before: 0.1, after: 0.12, who: "Ana", when: noon - here },
    ]);
  });

  test("takes the last change back and says so, also after the notice is gone", async () => {
    const { door, desk } = await builtDesk();
    edit(desk, "in_rate", 0.12);
    await desk.save();
    desk.tell({ type: "went", page: "settings", isStep: false });
    const { rows } = await desk.history();
    await desk.undo(valuesBack(lastChange(rows), desk.state().agreement!), undoReason(rows[1]!));
    expect(door.cells.get("in_rate")).toBe(0.1);
    expect((await desk.history()).rows.at(-1)).toMatchObject({ before: 0.12, after: 0.1, reason: "Undo of 2" });
  });

  test("takes nothing back over what somebody else entered since: the person decides", async () => {
    const { door, desk } = await builtDesk();
    edit(desk, "in_rate", 0.12);
    await desk.save();
    const last = lastChange((await desk.history()).rows);
    door.enter("in_rate", 0.15);
    await desk.save();
    await desk.undo(valuesBack(last, desk.state().agreement!));
    expect(door.cells.get("in_rate")).toBe(0.15);
    expect(desk.state().conflicts).toMatchObject([{ id: "in_rate", mine: 0.1, theirs: 0.15 }]);
  });

  test("and what was changed unseen is found in the write itself", async () => {
    const { door, desk } = await builtDesk();
    edit(desk, "in_rate", 0.12);
    await desk.save();
    const last = lastChange((await desk.history()).rows);
    door.enterUnseen("in_rate", 0.15);
    await desk.undo(valuesBack(last, desk.state().agreement!));
    expect(door.cells.get("in_rate")).toBe(0.15);
    expect(desk.state().conflicts).toMatchObject([{ id: "in_rate", mine: 0.1, theirs: 0.15 }]);
  });

  test("notes a published version with the role as it was", async () => {
    const { desk } = await builtDesk();
    edit(desk, "in_rate", 0.12);
    await desk.publish("1.0", "Agreed");
    edit(desk, "in_rate", 0.14);
    await desk.save();
    const [version] = (await desk.history()).published;
    expect(version).toMatchObject({ number: "1.0", isWhole: true, agreement: { inputs: { rate: 0.12 } }, row: { reason: "Agreed" } });
  });
});
