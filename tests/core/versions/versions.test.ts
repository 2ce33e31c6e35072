import { createHash } from "node:crypto";
import fc from "fast-check";
import { written } from "../../../src/core/commitment/rows";
import { fieldOf, fieldsOf } from "../../../src/core/fields";
import { sample, templates } from "../../../src/core/templates";
import { compareAgreements, outcomeOf } from "../../../src/core/versions/compare";
import { compareVersions, nextVersion, versionFault } from "../../../src/core/versions/number";
import { fingerprint, sealOf, sha256 } from "../../../src/core/versions/seal";
import { edited, legalEdits } from "../../workbook/legal-edits";

const { agreement } = sample;

/** Expected: the examples that NIST publishes with FIPS 180-4 (one block, two blocks, the empty message). */
test.each([
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"],
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
])("sha256 of %j is the one in FIPS 180-4", (text, hash) => expect(sha256(text)).toBe(hash));

test("sha256 equals Node's for any text", () => {
  const byNode = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => sha256(text) === byNode(text)));
});

test("a seal depends on what is said and on the seal before", () => {
  const seal = sealOf("", ["a", 1]);
  expect(seal).toMatch(/^[0-9a-f]{12}$/);
  expect(new Set([seal, sealOf("x", ["a", 1]), sealOf("", ["a", 2])]).size).toBe(3);
});

test("equal entries have one fingerprint, any other entry another", () => {
  expect(fingerprint(structuredClone(agreement))).toBe(fingerprint(agreement));
  fc.assert(fc.property(legalEdits(agreement, 3), (edits) => {
    const after = edited(agreement, edits);
    const differs = fieldsOf(agreement).some((field) => !Object.is(field.get(agreement) ?? "", field.get(after) ?? ""));
    return (fingerprint(after) !== fingerprint(agreement)) === differs;
  }), { numRuns: 30 });
});

describe("comparing two agreements", () => {
  test("nothing differs from itself", () => {
    expect(compareAgreements(agreement, structuredClone(agreement))).toMatchObject({ differences: [], rows: [] });
  });

  /** Expected: the tornado of 4-panel section 2, discount rate + 2 points takes the net value from 57,320 to 53,673. */
  test("a change is told by its label, with what it does to the net value (4-panel section 2)", () => {
    const { differences, before, after } = compareAgreements(agreement, edited(agreement, [{ id: "in_rate", value: 0.12 }]));
    expect(differences).toEqual([
      { id: "in_rate", label: "Discount rate", unit: "% per year", kind: "percent", before: 0.1, after: 0.12, effect: expect.closeTo(53673 - 57319.78, 0) },
    ]);
    expect([before.netAsked, after.netAsked]).toEqual([expect.closeTo(57319.78, 2), expect.closeTo(53673, 0)]);
  });

  test("every legal edit is found and no other, and the effect of one is the whole effect", () => {
    fc.assert(fc.property(legalEdits({ ...agreement, commitments: written(agreement) }, 4), (edits) => {
      const after = edited(agreement, edits);
      const found = compareAgreements(agreement, after).differences;
      const real = edits.filter(({ id, value }) => !Object.is(fieldOf(agreement, id)!.get(agreement) ?? "", value ?? ""));
      expect(found.map(({ id }) => id).sort()).toEqual(real.map(({ id }) => id).sort());
      const [before, now] = [outcomeOf(agreement).netAsked, outcomeOf(after).netAsked];
      if (found.length === 1 && now !== null) expect(found[0]!.effect).toBeCloseTo(now - before!, 6);
    }), { numRuns: 20 });
  });

  test("commitments that came or went are named", () => {
    const fewer = { ...agreement, commitments: agreement.commitments.slice(1) };
    const { id, label } = agreement.commitments[0]!;
    expect(compareAgreements(agreement, fewer).rows).toEqual([{ id, label, is: "gone" }]);
    expect(compareAgreements(fewer, agreement).rows).toEqual([{ id, label, is: "added" }]);
  });

  test("agreements of different businesses can be compared", () => {
    for (const other of templates) expect(compareAgreements(agreement, other.agreement).before.netAsked).toBeCloseTo(57319.78, 2);
  });
});

describe("version numbers", () => {
  test("count as numbers, part by part", () => {
    expect(["1.10", "0.9", "2.0", "1.9"].sort(compareVersions)).toEqual(["0.9", "1.9", "1.10", "2.0"]);
  });

  test.each([
    ["1.0", [], undefined], ["1.1", ["1.0"], undefined], ["1.0", ["1.0"], "Version 1.0 is published already: take a later one."],
    ["1.9", ["1.10", "1.2"], "Version 1.10 is published already: take a later one."],
    ["v2", [], "Write a version as two numbers with a point, such as 1.0."], ["01.0", [], expect.stringMatching(/^Write/)],
    ["", [], expect.stringMatching(/^Write/)],
  ])("%j after %j", (version, published, fault) => expect(versionFault(version, published)).toEqual(fault));

  test("the first is 1.0, a changed number counts behind the point, another ask or commitment before it", () => {
    const since = (id: string) => compareAgreements(agreement, edited(agreement, [{ id, value: id === "in_rate" ? 0.2 : false }]));
    expect(nextVersion([])).toBe("1.0");
    expect(nextVersion(["1.0", "1.1"], since("in_rate"))).toBe("1.2");
    expect(nextVersion(["1.0"], since("asks.A06.on"))).toBe("2.0");
    expect(nextVersion(["1.0"], since("commitments.K1.on"))).toBe("2.0");
  });
});
