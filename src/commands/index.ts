/**
 * The ribbon buttons that are not simply "open the pane": each opens the pane on its page. No logic lives here.
 *
 * The pane shares this runtime, so the wish travels inside the page: as the event `customer-role:open` for a pane that
 * already runs, and as `data-open` on the document for one that is still starting (it reads and removes the attribute).
 *
 * @example Office.actions.associate("checkWorkbook", openOn("problems"))
 */
const openOn = (page: "problems" | "share") => async (event: Office.AddinCommands.Event): Promise<void> => {
  try {
    await Office.addin.showAsTaskpane();
    document.documentElement.dataset.open = page;
    window.dispatchEvent(new CustomEvent("customer-role:open", { detail: page }));
  } finally {
    event.completed(); // Excel greys the button out until it hears this
  }
};

Office.actions.associate("checkWorkbook", openOn("problems"));
Office.actions.associate("share", openOn("share"));
