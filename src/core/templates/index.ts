import { whole } from "../whole";
import { banking } from "./banking";
import { blank } from "./blank";
import { distribution } from "./distribution";
import { hospitality } from "./hospitality";
import { insuranceBroking } from "./insurance-broking";
import { logistics } from "./logistics";
import { manufacturingSupply } from "./manufacturing-supply";
import { medicalLab } from "./medical-lab";
import { membership } from "./membership";
import { professionalServices } from "./professional-services";
import { singleTransaction } from "./single-transaction";
import { software } from "./software";
import { telecom } from "./telecom";
import type { Start, Template } from "./template";
import { wholesale } from "./wholesale";

export type { Template };

/** Every starting point, in the order of the tiles: the first four are shown, the rest on request, blank last. */
export const templates: readonly Template[] = [
  distribution, software, professionalServices, manufacturingSupply,
  logistics, wholesale, telecom, banking, insuranceBroking, hospitality, medicalLab, membership, singleTransaction,
  blank,
].map(complete);

function complete({ agreement, ...start }: Start): Template {
  return { ...start, agreement: whole(agreement) };
}

/** The sample that can be opened without answering anything. */
export const sample = templates[0]!;
