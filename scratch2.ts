import { createOutlet, OUTLET_LIMITS } from '#backend/outlet/outlet.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
const m=(l:string)=>{const u=process.memoryUsage();console.log(l,Object.entries(u).map(([k,v])=>k+'='+Math.round(v/1e6)).join(' '),'max',Math.round(process.resourceUsage().maxRSS/1024))};
import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/built-in.ts';
