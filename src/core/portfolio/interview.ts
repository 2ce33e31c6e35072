/** Eight questions for a talk with a customer about both sides of the role; none of them asks for anything but an honest answer. */
export const interviewGuide: readonly string[] = [
  "What do you want to achieve with what you buy from us?",
  "Which promise of ours matters most to you, and do we keep it?",
  "What should we stop, start or do better before we ask anything of you?",
  "Which of the things we ask are fair, and which are not?",
  "What level would you find right, and what stands in its way?",
  "What would we have to keep for you to recommend us?",
  "How likely is it that you do your part in the coming year?",
  "What did we forget, and how do we tell you what became of your answers?",
];
