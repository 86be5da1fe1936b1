requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('painted')))
