import { Button } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { offerHeadings, offerKinds, planValue, type ValuePlan } from "../../core/portfolio/value-plan";
import { money, percent } from "../numbers";
import { BarList } from "../parts/BarList";
import { Block, Finding } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { useAgreement } from "../use-desk";
import { isWaitingOffer, offerColumns, offersIn, takeUpColumns, type OfferNow } from "./offer-rows";
import { RowButtons, TypedCell, type Editing } from "./TypedCell";
import { adding, freeId, placeOfNew, removing, rowsNow } from "./typed-rows";
import { useRowFocus } from "./use-row-focus";

/** What marketing offers, held against what the role asks. */
export function Offers({ table, change }: Editing) {
  const { agreement } = useAgreement();
  const offers = useMemo(() => offersIn(table), [table]);
  const plan = useMemo(() => planValue(agreement, offers), [agreement, offers]);
  const { list, add, added, removed } = useRowFocus();
  const begin = async () => {
    const isAdded = await change(adding(table, isWaitingOffer, {
      [offerHeadings.id]: freeId("O", rowsNow(table)), [offerHeadings.label]: "Our new offer", [offerHeadings.kind]: offerKinds[1],
    }));
    if (isAdded) added(placeOfNew(table, isWaitingOffer));
  };
  return (
    <>
      <Covered plan={plan} />
      <Block title="What do we offer?" hint={`How many take it up, over the ${takeUpColumns.length} ${agreement.inputs.period}s to come`}>
        {offers.length > 0 && (
          <div className="list" ref={list}>
            {plan.offers.map((offer, i) => (
              <OfferRow
                key={`${offers[i]!.at.row} ${offer.id}`} offer={offers[i]!} total={offer.total} table={table} change={change} removed={() => removed(i)}
              />
            ))}
          </div>
        )}
        <div className="buttons"><Button ref={add} size="small" icon={<Add16Regular />} onClick={() => void begin()}>Add an offer</Button></div>
      </Block>
    </>
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The finding of the plan, and the kinds of business behind it. */
function Covered({ plan: { asked, planned, coveredInAll, kinds } }: { plan: ValuePlan }) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  const periods = `${asked.length} ${period}s`;
  return (
    <Finding
      title={coveredInAll === 0 ? "No offer covers the role yet" : `Named offers cover ${percent(coveredInAll)} of what the role asks`}
      hint={asked.length > 0 && `${money(sum(planned))} of ${money(sum(asked))} ${currency}, contribution over ${periods}`}
    >
      <BarList
        kind="give"
        rows={kinds.filter((each) => sum(each.asked) !== 0 || each.planned !== 0).map((each) => ({
          id: each.kind, label: each.kind, share: each.covered, value: percent(each.covered), aside: `${money(each.planned)} of ${money(sum(each.asked))}`,
        }))}
      />
    </Finding>
  );
}

function OfferRow({ offer, total, table, change, removed }: Editing & { offer: OfferNow; total: number; removed: () => void }) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  const { at, label, kind } = offer;
  const cell = { at, table, change };
  const remove = async () => { if (await change(removing(table, at.row, [...Object.values(offerColumns), ...takeUpColumns]))) removed(); };
  return (
    <Disclosure
      startsOpen={label === "Our new offer"}
      summary={<><span className="row-text"><span className="name">{label}</span><span className="hint">{kind}</span></span><b className="cost">{money(total)}</b></>}
    >
      <div className="fields">
        <TypedCell of={offerColumns.label} {...cell} />
        <TypedCell of={offerColumns.kind} {...cell} />
        <TypedCell of={offerColumns.gain} {...cell} lines={2} />
        <TypedCell of={{ ...offerColumns.contribution, unit: `${currency}/${period}` }} {...cell} />
        <fieldset className="take-up">
          <legend>Of 100, how many take it up, {period} by {period}?</legend>
          <div>{takeUpColumns.map((column) => <TypedCell key={column.heading} of={column} name={`${column.heading}, of 100`} {...cell} />)}</div>
        </fieldset>
        <RowButtons table={table} at={at} what={label} remove={() => void remove()} />
      </div>
    </Disclosure>
  );
}
