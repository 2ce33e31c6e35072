import { Button } from "@fluentui/react-components";
import { CheckOrders } from "../history/CheckOrders";
import { ChooseOrders } from "../history/ChooseOrders";
import { Findings } from "../history/Findings";
import { Keep } from "../history/Keep";
import { Trust } from "../history/Trust";
import { useStudy } from "../history/use-study";
import "../history/history.css";

/** The reality check: the person's own orders, and what they say about what the role assumes. */
export default function WhatHistorySays() {
  const { study, state: { source, reality, doing, place } } = useStudy();
  if (!source) return <><p className="lead">Is what you ask a wish, or do customers do it? Your own orders can tell.</p><ChooseOrders /></>;
  if (!reality || doing) return <CheckOrders source={source} />;
  return (
    <>
      <Findings reality={reality} />
      <Trust reality={reality} />
      <Keep />
      {place === "here" && <p className="hint">This browser starts no work beside the panel, so the panel did it itself.</p>}
      <div className="buttons"><Button onClick={study.restart}>Another list</Button></div>
    </>
  );
}
