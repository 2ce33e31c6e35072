/* Narrows the reference to the functions that hold every word typed. Without this script the page is simply whole. */
const form = document.querySelector(".search");
const box = form.querySelector("input");
const status = form.querySelector("[role=status]");
const articles = [...document.querySelectorAll("article")];
const links = new Map([...document.querySelectorAll("nav li a")].map((link) => [link.hash.slice(1), link]));
const textOf = new Map(articles.map((article) => [article, article.textContent.toLowerCase()]));

function find() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const article of articles) {
    article.hidden = !words.every((word) => textOf.get(article).includes(word));
    links.get(article.id).parentElement.hidden = article.hidden;
  }
  for (const group of document.querySelectorAll("section.family")) group.hidden = !group.querySelector("article:not([hidden])");
  for (const list of document.querySelectorAll("nav ul")) {
    list.hidden = list.previousElementSibling.hidden = !list.querySelector("li:not([hidden])");
  }
  document.getElementById("conventions").hidden = words.length > 0;
  const found = articles.filter((article) => !article.hidden).length;
  status.textContent = words.length ? `${found} of ${articles.length} functions` : "";
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
box.addEventListener("input", find);
addEventListener("hashchange", () => {
  if (document.getElementById(location.hash.slice(1))?.hidden) {
    box.value = "";
    find();
    document.getElementById(location.hash.slice(1)).scrollIntoView();
  }
});
