/**
 * So many customers, leads or sales have a row of formulas each; more would make the workbook slow for everybody. The scores of more
 * customers are values of a day.
 */
export const mostNative = 2000;
