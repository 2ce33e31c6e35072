/** An error as the client library reports it: `code` becomes OfficeExtension.Error.code. */
export class ApiError extends Error {
  constructor(readonly code: string, message: string, readonly status = 400) {
    super(message);
  }
}

const sentence = (text: string, detail: string) => (detail ? `${text} (${detail})` : text);

/** The errors that Excel gives, with its own first sentence; the detail behind it is the preview's. Belief: codes and texts. */
export const fail = {
  notFound: (detail = "") => new ApiError("ItemNotFound", sentence("The requested resource doesn't exist.", detail), 404),
  invalid: (detail = "") =>
    new ApiError("InvalidArgument", sentence("The argument is invalid or missing or has an incorrect format.", detail)),
  exists: (detail = "") =>
    new ApiError("ItemAlreadyExists", sentence("A resource with the same name or identifier already exists.", detail), 409),
  denied: (detail = "") => new ApiError("AccessDenied", sentence("You cannot perform the requested operation.", detail), 403),
  operation: (detail = "") =>
    new ApiError("InvalidOperation", sentence("The operation attempted is invalid on the object.", detail)),
  reference: () => new ApiError("InvalidReference", "This reference is not valid for the current operation."),
  general: () => new ApiError("GeneralException", "There was an internal error while processing the request.", 500),
  cellEdit: () =>
    new ApiError(
      "InvalidOperationInCellEditMode",
      "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
    ),
  tooLarge: () =>
    new ApiError("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.", 413),
  /** What the preview lacks is an error that names it, never a silent nothing. */
  missing: (what: string) => new ApiError("ApiNotFound", `The preview has no ${what}.`, 404),
};
