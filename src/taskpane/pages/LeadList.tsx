import { Body } from "../parts/Frame";
import { BringIn } from "../portfolio/BringIn";
import "../history/history.css";
import "../portfolio/portfolio.css";

/** Bring leads in: any list of them, its columns, and what it holds, before anything is written. */
export default function LeadList() {
  return <Body isRead><BringIn whom="leads" /></Body>;
}
