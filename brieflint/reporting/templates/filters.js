"use strict";
const form = document.getElementById("filters");
const rows = [...document.querySelectorAll("tr[data-result]")];
const filter = () => {
  const { result, named, described, file } = form.elements;
  let shown = 0;
  for (const row of rows) {
    const fits =
      (!result.value || row.dataset.result === result.value) &&
      (!named.value || row.dataset.named.split(" ").includes(named.value)) &&
      (!described.value || row.dataset.described === described.value) &&
      row.cells[0].textContent.toLowerCase().includes(file.value.toLowerCase());
    row.hidden = !fits;
    const section = document.getElementById(row.dataset.brief);
    if (section) section.hidden = !fits;
    shown += fits;
  }
  document.getElementById("shown").textContent = `${shown} of ${rows.length} shown`;
};
const open = () => {
  for (let part = document.getElementById(location.hash.slice(1)); part; part = part.parentElement)
    if (part.localName === "details") part.open = true;
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
};
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", open);
filter();
if (location.hash) open();
