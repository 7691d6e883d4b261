/** Shares of the BMAF a child (CSS, art. D523-1), and what is counted of it by RSA and prime d'activité. */
export const ASF_SHARE_PAID = 0.422;
export const ASF_SHARE_COUNTED = 0.225;

/** Cents a month: no more than that is not paid. */
export const ASF_LEAST = 15_00;
