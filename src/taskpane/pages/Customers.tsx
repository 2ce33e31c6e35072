import { Body } from "../parts/Frame";
import { BringIn } from "../portfolio/BringIn";
import "../history/history.css";
import "../portfolio/portfolio.css";

/** Bring your customers in: a table of the person's own, its columns, and what it holds, before anything is written. */
export default function Customers() {
  return <Body isRead><BringIn whom="customers" /></Body>;
}
