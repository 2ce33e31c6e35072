import { checkAgreement } from "../../../src/core/check";
import { withCommitment, withoutCommitment } from "../../../src/core/commitment/rows";
import { fromJson, toJson } from "../../../src/core/exchange";
import { sample } from "../../../src/core/templates";

const { agreement } = sample;

describe("commitments as rows of the draft (panel step 6)", () => {
  test("a new one takes the first free id, answers its question, and costs nothing yet", () => {
    const { commitments } = withCommitment(agreement, 4);
    expect(commitments).toHaveLength(agreement.commitments.length + 1);
    expect(commitments.at(-1)).toMatchObject({ id: "K9", question: 4, on: true, quantity: 0, show: true });
    expect(withCommitment(withoutCommitment(agreement, "K3"), 8).commitments.at(-1)).toMatchObject({ id: "K3", show: false });
  });

  test("a draft with one more is without errors and survives a file", () => {
    const more = withCommitment(agreement, 1);
    expect(checkAgreement(more).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(fromJson(toJson(more, "distribution"))).toMatchObject({ agreement: { commitments: more.commitments } });
  });

  test("one that goes takes its links and the conditions that waited for it along, and nothing else", () => {
    const less = withoutCommitment(agreement, "K5");
    expect(JSON.stringify([less.links, less.asks.map(({ condition }) => condition)])).not.toContain("K5");
    expect(less.asks.find(({ id }) => id === "A09")).toMatchObject({ condition: "", conditionLevel: null });
    expect(less.asks.find(({ id }) => id === "A07")).toBe(agreement.asks.find(({ id }) => id === "A07"));
    expect(less.links.A02).toEqual(agreement.links.A02);
    expect(checkAgreement(less).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
