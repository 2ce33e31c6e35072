import { Button, Textarea } from "@fluentui/react-components";
import { ArrowDownload16Regular, Copy16Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";

interface SaveTextProps {
  title: string;
  hint: string;
  /** Name of the file, with its ending. */
  file: string;
  type: "application/json" | "text/csv" | "text/plain";
  text: () => string;
}

/** A row that hands out a text as a file, or as a copy where a pane may not save files. */
export function SaveText({ title, hint, file, type, text }: SaveTextProps) {
  const [told, setTold] = useState<"saved" | "copied" | "shown">();
  const copy = () => void navigator.clipboard.writeText(text()).then(() => setTold("copied"), () => setTold("shown"));
  const save = () => {
    saveFile(file, type, text());
    setTold("saved");
  };
  return (
    <li className="standing save">
      <span className="row-text"><b>{title}</b><span className="hint">{hint}</span></span>
      <span className="buttons">
        <Button size="small" icon={<ArrowDownload16Regular />} onClick={save} aria-label={`Save as a file: ${title}`}>Save</Button>
        <Button size="small" icon={<Copy16Regular />} onClick={copy} aria-label={`Copy: ${title}`}>Copy</Button>
      </span>
      <span className="hint" role="status">
        {told === "saved" && <>Saved as {file}. If no file appears, this Excel lets no pane save one: use Copy.</>}
        {told === "copied" && <>Copied.</>}
      </span>
      {told === "shown" && <ToCopy text={text()} title={title} />}
    </li>
  );
}

/** Where a pane may not write to the clipboard, the person copies. */
function ToCopy({ text, title }: { text: string; title: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => { box.current?.select(); }, []);
  return (
    <span className="to-copy">
      <span className="hint">Press Ctrl+C, or Cmd+C on a Mac, to copy it.</span>
      <Textarea ref={box} readOnly value={text} rows={4} aria-label={title} />
    </span>
  );
}

function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  // The browser reads the text after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name for a file of this agreement: "customer-role-regional-food-producer". */
export const fileName = (segment: string): string =>
  ["customer-role", ...(segment.toLowerCase().normalize("NFKD").match(/[a-z0-9]+/g) ?? [])].join("-").slice(0, 60);
