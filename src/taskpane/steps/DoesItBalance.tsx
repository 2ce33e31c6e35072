import { Block } from "../parts/Block";
import { AskBars, Earned } from "../parts/Links";
import { Naked } from "../parts/Naked";

/** Step 5: what is naked first, then every ask by how far it is earned. */
export default function DoesItBalance() {
  return (
    <>
      <Earned />
      <Naked />
      <Block title="Ask by ask" hint="Open one to say which commitments earn it">
        <AskBars />
      </Block>
    </>
  );
}
