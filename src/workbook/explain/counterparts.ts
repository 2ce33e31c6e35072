/** Lines of our sheets, by sheet and line, that one of our functions works out as well: whoever wants to check has two ways. */
export const calculatedAs: Readonly<Record<string, string>> = {
  "inputs.in_retention": "RETENTIONRATE",
  "stakes.oneReferral": "REFERRALVALUE",
  "stakes.annual": "ANNUALVALUE",
  "stakes.latePayment": "LATEPAYCOST",
  "stakes.recovery": "RECOVERYCOST",
  "stakes.net": "NETLTV",
  "stakes.fit": "ROLEFIT",
  "value.annual": "ANNUALVALUE",
  "value.net": "NETLTV",
  "value.shown": "NETLTV",
  "value.paidBack": "LTVPAYBACK",
  "value.breakEven": "BREAKEVENRETENTION",
};
