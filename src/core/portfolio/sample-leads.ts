import type { AskId } from "../role/asks";
import type { LeadRow } from "./leads";

/** What can be known before the sale: the asks a first meeting, a credit report and a quote tell something about. */
const asked: readonly AskId[] = ["A02", "A13", "A06", "A15", "A05", "A18"];
type Start = readonly [name: string, source: string, margin: number, retention: number, levels: readonly (number | null)[]];

/** Good ones, hagglers, the unknown, and those who would cost more than they bring; all names are made up. */
const starts: readonly Start[] = [
  ["Acorn Creamery", "Referral", 15200, 0.91, [58000, 0.05, 6, 0.03, 0.45, 0.9]],
  ["Badger Breads", "Fair", 9800, 0.85, [46000, 0.09, 18, 0.02, 0.3, null]],
  ["Canal Fishmongers", "Website", 3100, 0.75, [36000, 0.13, 35, 0, 0.1, null]],
  ["Dovecote Farms", "Referral", 13900, 0.9, [54000, 0.06, 8, 0.03, 0.4, 0.88]],
  ["Eastgate Catering", "Cold call", 2600, 0.72, [null, null, 20, null, null, null]],
  ["Foxglove Teas", "Fair", 11200, 0.88, [50000, 0.07, 12, 0.03, 0.35, null]],
  ["Garrick Grocers", "Tender", -900, 0.7, [64000, 0.15, 40, 0, 0.05, 0.7]],
  ["Hollin Hams", "Referral", 16800, 0.92, [66000, 0.05, 5, 0.03, 0.5, 0.92]],
  ["Ivy Lane Bakery", "Website", 7200, 0.84, [42000, 0.08, 15, 0.02, 0.3, null]],
  ["Jackdaw Juices", "Fair", 5400, 0.8, [38000, 0.1, 22, 0.01, 0.2, null]],
  ["Kiln Street Foods", "Cold call", 4100, 0.78, [40000, null, null, null, null, null]],
  ["Lantern Noodles", "Website", 6600, 0.82, [43000, 0.09, 25, 0.02, 0.25, null]],
  ["Meadow Yoghurts", "Referral", 14500, 0.9, [57000, 0.06, 7, 0.02, 0.45, 0.9]],
  ["Northbank Cash and Carry", "Tender", -2400, 0.8, [80000, 0.15, 55, 0, 0, 0.72]],
  ["Orchard Preserves", "Fair", 8900, 0.86, [47000, 0.08, 14, 0.02, 0.35, null]],
  ["Pepper and Pine", "Website", 2300, 0.74, [30000, 0.12, 30, 0, 0.15, null]],
  ["Quarry Pies", "Fair", 10400, 0.87, [51000, 0.08, 10, 0.03, 0.3, 0.86]],
  ["Rowan Chocolates", "Referral", 12700, 0.89, [52000, 0.06, 9, 0.03, 0.5, null]],
  ["Saltmarsh Snacks", "Cold call", 1900, 0.73, [null, 0.14, null, 0, null, null]],
  ["Tollgate Takeaways", "Website", 1200, 0.68, [27000, 0.14, 48, 0, 0.05, null]],
  ["Umber Spices", "Fair", 7700, 0.83, [44000, 0.09, 20, 0.01, 0.25, null]],
  ["Vine Street Delis", "Referral", 9300, 0.86, [48000, 0.07, 11, 0.02, 0.4, null]],
  ["Wharf Discount Stores", "Tender", -3600, 0.82, [90000, 0.15, 58, 0, 0, 0.7]],
  ["Yarrow Organics", "Referral", 13300, 0.9, [53000, 0.05, 6, 0.03, 0.4, 0.91]],
  ["Abbey Ales", "Fair", 8200, 0.84, [45000, 0.09, 16, 0.02, 0.2, null]],
  ["Bramble Kitchens", "Website", 4800, 0.79, [37000, 0.11, 28, 0.01, 0.2, null]],
  ["Chalk Hill Eggs", "Referral", 11800, 0.89, [50000, 0.06, 8, 0.02, 0.35, 0.89]],
  ["Drovers Butchers", "Fair", 9100, 0.85, [47000, 0.08, 13, 0.02, 0.3, null]],
  ["Elder Soups", "Cold call", 3500, 0.76, [null, 0.1, 20, null, 0.2, null]],
  ["Ferry Road Market", "Tender", -500, 0.72, [58000, 0.15, 44, 0, 0.1, 0.74]],
  ["Granary Mills", "Referral", 15900, 0.92, [61000, 0.05, 5, 0.03, 0.45, 0.92]],
  ["Harbour Canteens", "Website", 5900, 0.81, [41000, 0.1, 24, 0.01, 0.15, null]],
  ["Inkwell Coffee", "Fair", 6900, 0.83, [42000, 0.08, 17, 0.02, 0.35, null]],
  ["Juno Salads", "Referral", 10900, 0.88, [49000, 0.06, 9, 0.03, 0.4, null]],
  ["Keystone Kebabs", "Website", 900, 0.66, [25000, 0.15, 50, 0, 0, null]],
  ["Larkspur Lunches", "Cold call", 2800, 0.74, [34000, null, null, 0, null, null]],
  ["Millrace Cheeses", "Referral", 12200, 0.89, [52000, 0.06, 7, 0.03, 0.45, 0.9]],
  ["Nettle and Sons", "Fair", 7400, 0.83, [43000, 0.09, 19, 0.02, 0.25, null]],
  ["Oakley Wholesale", "Tender", -1800, 0.78, [72000, 0.15, 52, 0, 0.05, 0.71]],
  ["Plum Tree Desserts", "Website", 6200, 0.82, [40000, 0.09, 21, 0.02, 0.3, null]],
];

/** The forty leads of the worked example. */
export const sampleLeads: readonly LeadRow[] = starts.map(([name, source, margin, retention, levels], i) => ({
  id: `L${String(i + 1).padStart(2, "0")}`, name, source, mode: "", margin, retention, deserveCost: null, acquisitionCost: null,
  levels: Object.fromEntries(asked.map((id, place) => [id, levels[place]!])),
}));
