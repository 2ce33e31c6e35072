import { currencies } from "../../core/value/inputs";
import { Block } from "../parts/Block";
import { Choice } from "../parts/Choice";
import { Entry } from "../parts/Entry";
import { NewOrExisting } from "../parts/NewOrExisting";
import { Question } from "../parts/Question";

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** Step 2: which customers, measured on whom, in which currency and period, new or existing. */
export default function WhoIsThisFor() {
  return (
    <>
      <Block title="Which customers?" hint="One role per kind of customer">
        <Entry of="in_segment" name="Kind of customer" />
      </Block>
      <Block title="Who are the two sides?">
        <div className="fields">
          <Entry of="in_company" label="Our company" placeholder="not named" />
          <Entry of="in_customer" label="Customer measured as of today" placeholder="not named" info="The typical customer, or one that stands for the others." />
        </div>
      </Block>
      <NewOrExisting />
      <Question
        of="in_mode" title="What do you hope for?"
        options={[
          { value: "R", label: "A lasting relationship" },
          { value: "T", label: "A single sale: only purchase and payment will count" },
        ]}
      />
      <Block title="In which currency and period?" hint="Every number is per this period. Changing it converts none of them.">
        <div className="pair">
          <Choice of="in_currency" label="Currency" options={options(currencies)} />
          <Choice of="in_period" label="Period" options={options(["year", "quarter", "month"])} />
        </div>
      </Block>
    </>
  );
}
