/** A chart as plain data; the page draws it, the tests read it. */
export interface ChartModel {
  id: string;
  sheetId: string;
  name: string;
  type: string;
}
