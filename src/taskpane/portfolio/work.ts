import type { Agreement } from "../../core/agreement";
import type { Customers, Whom } from "../../core/portfolio/customers";
import type { Mapping } from "../../core/portfolio/import/map-columns";
import { readCustomers, type Imported } from "../../core/portfolio/import/read-customers";
import type { Table } from "../../core/portfolio/import/table";
import { scorePortfolio, type Scores } from "../../core/portfolio/portfolio";

/** Work that takes long for many customers: reading a table as its columns were confirmed, and scoring. */
export type Job =
  | { readonly kind: "read"; readonly table: Table; readonly mapping: Mapping; readonly agreement: Agreement; readonly whom: Whom }
  | { readonly kind: "score"; readonly customers: Customers; readonly agreement: Agreement };

interface Results { readonly read: Imported; readonly score: Scores }
/** What a job comes to. */
export type ResultOf<Work extends Job> = Results[Work["kind"]];

/** Does a job, wherever it runs. */
export function work<Work extends Job>(job: Work): ResultOf<Work>;
export function work(job: Job): Imported | Scores {
  return job.kind === "read" ? readCustomers(job.table, job.mapping, job.agreement, false, job.whom)
    : scorePortfolio(job.agreement, job.customers);
}
