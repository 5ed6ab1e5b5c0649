// What is payable for each case: node built/assess.js SERVICE POLICY AS_OF CASE.json ...

import { readFile } from "node:fs/promises";
import createClient from "openapi-fetch";
import type { paths } from "./service.js";

type Assess = paths["/v1/policies/{policy}/assessments"]["post"];
type PolicyId = Assess["parameters"]["path"]["policy"];
type Case = Assess["requestBody"]["content"]["application/json"];

const [service, policy, asOf, ...files] = process.argv.slice(2);
if (!service || !policy || !asOf || files.length === 0) {
  console.error("usage: node built/assess.js SERVICE POLICY AS_OF CASE.json ...");
  process.exit(2);
}

const client = createClient<paths>({ baseUrl: service });

for (const file of files) {
  const facts = JSON.parse(await readFile(file, "utf8")) as Case;
  const { data, error } = await client.POST("/v1/policies/{policy}/assessments", {
    params: { path: { policy: policy as PolicyId }, query: { as_of: asOf } },
    body: facts,
  });
  if (data) {
    // Amounts are text, such as "9000000.00": a JavaScript number may lose a fen.
    const { name } = data.case.enterprise;
    const atMost = data.payable_at_most ?? "no limit";
    console.log([name, data.payable, atMost].join("\t"));
  } else {
    process.exitCode = 1;
    const faults = error && "faults" in error ? error.faults : [];
    for (const fault of faults) console.error(`${file}: ${fault.en}`);
    if (faults.length === 0) console.error(`${file}: ${JSON.stringify(error)}`);
  }
}
