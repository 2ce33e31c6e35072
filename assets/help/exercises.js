/* Says whether an answer is right, as soon as it is typed. Without this script the ways can be read all the same. */
function read(text) {
  const plain = text.replace(/[\s%'’]/g, "").replace("−", "-");
  const isDecimalComma = /^-?0,|,\d{1,2}$/.test(plain);
  return plain === "" ? NaN : Number(isDecimalComma ? plain.replace(/\./g, "").replace(",", ".") : plain.replace(/,/g, ""));
}

function judge({ target }) {
  const cell = target.closest(".answer");
  const said = cell.querySelector("output");
  const { answer, within, as } = cell.dataset;
  const typed = read(target.value);
  const value = as === "percent" && (target.value.includes("%") || Math.abs(typed) > 1) ? typed / 100 : typed;
  const isRight = Math.abs(value - Number(answer)) <= Number(within);
  said.textContent = Number.isNaN(value) ? "" : isRight ? "✓ Right" : "✗ Not yet";
  said.className = isRight ? "right" : "wrong";
}

for (const input of document.querySelectorAll(".answer input")) input.addEventListener("input", judge);
