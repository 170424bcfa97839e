var e=`1.22.0`;export{e as version};
//# sourceMappingURL=package.js.map