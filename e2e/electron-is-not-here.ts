throw new Error('A unit test imported the electron package. Inject the effect instead (see host-electron/).');
