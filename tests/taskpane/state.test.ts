import { fieldOf } from "../../src/core/fields";
import { sample } from "../../src/core/templates";
import {
  changesBetween, draftOf, homeOf, isUnkept, opening, reduce, unwritten, withChanges, type Built, type Event, type State,
} from "../../src/taskpane/state";
import type { Reading } from "../../src/workbook";

const agreement = sample.agreement;
const outputs = { netAsked: 1, netActual: 1, netWithout: 1, reciprocity: 1, deserve: 1, deserveCost: 1, errors: 0 };
const built = (now = agreement): Built & { state: "built" } => ({
  state: "built", agreement: now, problems: [], outputs, build: { version: "0.1.0", templateId: "distribution", sheets: [], modules: [] },
});
const after = (...events: Event[]) => events.reduce(reduce, opening);
const read = (reading: Reading): Event => ({ type: "read", reading });
const go = (page: string, isStep = true): Event => ({ type: "went", page, isStep });
const edit = (id: string, value: number | string | boolean | null): Event =>
  ({ type: "edited", change: (now) => fieldOf(now, id)!.set(now, value) });
const started: Event = { type: "started", agreement, templateId: "distribution", page: "who", at: 1000 };
const valueOf = (state: State, id: string) => fieldOf(state.agreement!, id)!.get(state.agreement!);

describe("before Build the panel holds one draft", () => {
  test("an empty workbook opens on the start, and its home is the start", () => {
    const state = after(read({ state: "empty" }));
    expect(state).toMatchObject({ phase: "empty", page: "start" });
    expect(homeOf(state)).toBe("start");
    expect(draftOf(state)).toBeUndefined();
  });

  test("a kept draft reopens at its step, with nothing left to keep", () => {
    const state = after(read({ state: "draft", draft: { agreement, templateId: "distribution", step: "give" } }));
    expect(state).toMatchObject({ phase: "draft", page: "give", trail: ["start"] });
    expect(isUnkept(state)).toBe(false);
  });

  test("an answer makes the draft unkept until it is kept", () => {
    const state = after(read({ state: "empty" }), started, edit("in_rate", 0.12));
    expect(isUnkept(state)).toBe(true);
    expect(draftOf(state)).toMatchObject({ step: "who", templateId: "distribution", agreement: { inputs: { rate: 0.12 } } });
    expect(isUnkept(reduce(state, { type: "kept", draft: draftOf(state)! }))).toBe(false);
  });

  test("a page beside the path is never the step to reopen at", () => {
    expect(draftOf(after(started, go("four"), go("help", false)))!.step).toBe("four");
  });
});

describe("moving about", () => {
  test("the arrow leads back over every page that was opened", () => {
    const state = after(started, go("four"), go("problems", false));
    const back = reduce(state, { type: "wentBack" });
    expect(back.page).toBe("four");
    expect(reduce(reduce(back, { type: "wentBack" }), { type: "wentBack" }).page).toBe("start");
  });

  test("a step back along the path is not a page to come back to", () => {
    const state = after(started, go("four"), { type: "went", page: "who", isStep: true, backward: true });
    expect(state).toMatchObject({ page: "who", trail: ["start"] });
  });

  test("opening a page remembers the agreement as it was, so that the card can say what changed since", () => {
    const state = after(started, edit("in_rate", 0.12), go("four"), edit("in_rate", 0.2));
    expect(state.since!.inputs.rate).toBe(0.12);
    expect(state.agreement!.inputs.rate).toBe(0.2);
  });

  test("what is typed stays while one looks elsewhere", () => {
    const typed: Event = { type: "typed", id: "in_rate", entry: { text: "ten", problem: "Enter a number, without text around it." } };
    expect(after(started, typed, go("four"), { type: "wentBack" }).typed.in_rate?.text).toBe("ten");
  });

  test("a page wished for by a ribbon button before the workbook was read is opened, with the usual one behind it", () => {
    expect(after(go("problems", false), read(built()))).toMatchObject({ page: "problems", trail: ["built"] });
    expect(after(go("share", false), read({ state: "empty" }))).toMatchObject({ page: "share" });
  });
});

describe("after Build the sheets are the truth", () => {
  test("an edit in the panel is what is left to write, with the value it replaces", () => {
    const state = after(read(built()), edit("in_rate", 0.12));
    expect(unwritten(state)).toEqual([{ id: "in_rate", label: "Discount rate", value: 0.12, before: 0.1 }]);
    expect(draftOf(state)).toBeUndefined();
  });

  test("what is written is no longer left to write; what was typed meanwhile is", () => {
    const state = after(read(built()), edit("in_rate", 0.12));
    const meanwhile = reduce(state, edit("in_serve", 5000));
    const reading = built(withChanges(agreement, [{ id: "in_rate", value: 0.12 }]));
    const written = reduce(meanwhile, { type: "written", sent: state.agreement!, changes: unwritten(state), reading });
    expect(unwritten(written).map(({ id }) => id)).toEqual(["in_serve"]);
    expect(written.notice).toMatchObject({ kind: "written" });
  });

  test("typing with pauses is one change to take back, and taking it back leaves nothing to say", () => {
    const write = (state: State): State => reduce(state, {
      type: "written", sent: state.agreement!, changes: unwritten(state), reading: built(state.agreement),
    });
    const twice = write(reduce(write(after(read(built()), edit("in_rate", 0.03))), edit("in_rate", 0.035)));
    expect(twice.notice).toEqual({ kind: "written", changes: [{ id: "in_rate", label: "Discount rate", value: 0.035, before: 0.1 }] });
    expect(write(reduce(twice, edit("in_rate", 0.1))).notice).toBeUndefined();
    expect(write(reduce(twice, edit("in_serve", 5000))).notice).toMatchObject({ changes: [{ id: "in_serve" }] });
  });

  test("an edit on the sheet arrives in the panel and leaves unwritten edits on top", () => {
    const state = after(read(built()), edit("in_rate", 0.12), read(built(withChanges(agreement, [{ id: "in_serve", value: 5000 }]))));
    expect([valueOf(state, "in_rate"), valueOf(state, "in_serve")]).toEqual([0.12, 5000]);
    expect(state.conflicts).toEqual([]);
  });

  describe("the same cell changed on both sides", () => {
    const theirs = built(withChanges(agreement, [{ id: "in_rate", value: 0.08 }]));
    const state = after(read(built()), edit("in_rate", 0.12), read(theirs));

    test("is a conflict that shows both values", () => {
      expect(state.conflicts).toEqual([{ id: "in_rate", label: "Discount rate", mine: 0.12, theirs: 0.08 }]);
    });

    test("mine is kept and written over theirs", () => {
      const kept = reduce(state, { type: "settled", conflict: state.conflicts[0]!, keep: "mine" });
      expect(kept.conflicts).toEqual([]);
      expect(unwritten(kept)).toMatchObject([{ id: "in_rate", value: 0.12, before: 0.08 }]);
    });

    test("theirs is taken and nothing is written", () => {
      const taken = reduce(state, { type: "settled", conflict: state.conflicts[0]!, keep: "theirs" });
      expect(valueOf(taken, "in_rate")).toBe(0.08);
      expect(unwritten(taken)).toEqual([]);
    });

    test("the same value on both sides is none", () => {
      expect(after(read(built()), edit("in_rate", 0.08), read(theirs)).conflicts).toEqual([]);
    });
  });

  test("when the sheets are gone the answers become a draft again", () => {
    const state = after(read(built()), edit("in_rate", 0.12), read({ state: "empty" }));
    expect(state).toMatchObject({ phase: "draft", page: "build", notice: { kind: "told" } });
    expect(isUnkept(state)).toBe(true);
    expect(valueOf(state, "in_rate")).toBe(0.12);
  });

  test("building leaves no draft, no message and the built page as home", () => {
    const state = after(started, go("build"), { type: "built", built: built(), templateId: "distribution", at: 9000 });
    expect(state).toMatchObject({ phase: "built", page: "built", trail: [], startedAt: 1000, builtAt: 9000 });
    expect(homeOf(state)).toBe("built");
  });
});

test("setting every difference of two agreements into the first gives the second", () => {
  const other = withChanges(agreement, [
    { id: "in_periods", value: null }, { id: "asks.A06.on", value: false }, { id: "links.A06.K1", value: 3 },
    { id: "commitments.K2.label", value: "x" },
  ]);
  const changes = changesBetween(agreement, other);
  expect(changes.map(({ id }) => id).sort()).toEqual(["asks.A06.on", "commitments.K2.label", "in_periods", "links.A06.K1"]);
  expect(withChanges(agreement, changes)).toEqual(other);
  expect(withChanges(agreement, [{ id: "asks.A99.on", value: true }])).toEqual(agreement);
});
