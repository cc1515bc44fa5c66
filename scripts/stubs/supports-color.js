export const createSupportsColor = () => false;
export default { stdout: false, stderr: false };
