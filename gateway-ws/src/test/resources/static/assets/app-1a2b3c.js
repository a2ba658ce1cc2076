console.log("an asset")
